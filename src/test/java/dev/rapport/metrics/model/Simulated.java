package dev.rapport.metrics.model;

import org.hipparchus.random.RandomDataGenerator;

/** Customers who behave exactly as the models say, drawn from a fixed seed. */
record Simulated(Buyers buyers, Spending spending) {

    static Simulated of(int customers, BgNbd model, GammaGamma value, long seed) {
        RandomDataGenerator random = new RandomDataGenerator(seed);
        Buyers.Collector buyers = new Buyers.Collector();
        Spending spending = new Spending();
        for (int i = 0; i < customers; i++) {
            double rate = random.nextGamma(model.r(), 1 / model.alpha());
            double leaves = random.nextBeta(model.a(), model.b());
            double age = random.nextUniform(5, 100);
            double now = random.nextExponential(1 / rate);
            double last = 0;
            int x = 0;
            while (now <= age) {
                x++;
                last = now;
                now += random.nextUniform(0, 1) < leaves ? Double.POSITIVE_INFINITY : random.nextExponential(1 / rate);
            }
            buyers.add(x, last, age);
            if (x > 0) {
                double scale = random.nextGamma(value.q(), 1 / value.v());
                spending.add(x, random.nextGamma(value.p() * x, 1 / (scale * x)));
            }
        }
        return new Simulated(buyers.buyers(), spending);
    }
}
