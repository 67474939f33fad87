package dev.rapport.demo;

/** How a customer buys: days between purchases, the share that never comes back after one, and the most there will be. */
enum Habit {
    LEAD(0, 1, 0),
    ONCE(0, 1, 1),
    NOW_AND_THEN(65, 0.33, 12),
    REGULAR(42, 0.01, 30),
    SHOP(30, 0.005, 34);

    private final int gap;
    private final double leaves;
    private final int most;

    Habit(int gap, double leaves, int most) {
        this.gap = gap;
        this.leaves = leaves;
        this.most = most;
    }

    int gap() {
        return gap;
    }

    double leaves() {
        return leaves;
    }

    int most() {
        return most;
    }
}
