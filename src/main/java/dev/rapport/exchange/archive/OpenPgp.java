package dev.rapport.exchange.archive;

import dev.rapport.exchange.archive.DamagedArchive.Damage;
import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Messages locked with a passphrase, as {@code gpg --decrypt} opens them: AES-256 with integrity protection. */
final class OpenPgp {
    /** Codes 65,011,712 bytes hashed for each guess: the most that the standard's count can say. */
    private static final int SLOWEST = 0xff;

    private static final int CHUNK = 1 << 16;

    private OpenPgp() {}

    /** Closing it ends the message and leaves the stream below open. */
    static OutputStream encrypting(OutputStream out, String passphrase, String name, Date made) throws IOException {
        try {
            var digests = new BcPGPDigestCalculatorProvider();
            var generator =
                    new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .setWithIntegrityPacket(true)
                            .setSecureRandom(new SecureRandom()));
            generator.addMethod(new BcPBEKeyEncryptionMethodGenerator(
                    passphrase.toCharArray(), digests.get(HashAlgorithmTags.SHA256), SLOWEST));
            OutputStream locked = generator.open(out, new byte[CHUNK]);
            OutputStream literal =
                    new PGPLiteralDataGenerator().open(locked, PGPLiteralData.BINARY, name, made, new byte[CHUNK]);
            return new Both(literal, locked);
        } catch (PGPException e) {
            throw new IOException(e);
        }
    }

    /** Writes what is inside to the stream; it is only to be trusted once this has returned. */
    static void decrypt(InputStream message, String passphrase, OutputStream out) throws IOException {
        PGPPBEEncryptedData locked = locked(message);
        try (InputStream inside = literal(locked, passphrase)) {
            byte[] buffer = new byte[CHUNK];
            for (int read = read(inside, buffer); read >= 0; read = read(inside, buffer)) {
                out.write(buffer, 0, read);
            }
        }
        if (!isWhole(locked)) {
            throw new DamagedArchive(Damage.CHANGED, "");
        }
    }

    private static PGPPBEEncryptedData locked(InputStream message) throws IOException {
        try {
            var outer = new BcPGPObjectFactory(new BufferedInputStream(message, CHUNK));
            if (outer.nextObject() instanceof PGPEncryptedDataList list
                    && list.get(0) instanceof PGPPBEEncryptedData locked
                    && locked.isIntegrityProtected()) {
                return locked;
            }
        } catch (IOException | RuntimeException malformed) {
            throw new DamagedArchive(Damage.NOT_AN_ARCHIVE, "", malformed);
        }
        throw new DamagedArchive(Damage.NOT_AN_ARCHIVE, "");
    }

    /** One of 65,536 wrong passphrases passes the first check and yields noise. */
    private static InputStream literal(PGPPBEEncryptedData locked, String passphrase) {
        try {
            InputStream inside = locked.getDataStream(
                    new BcPBEDataDecryptorFactory(passphrase.toCharArray(), new BcPGPDigestCalculatorProvider()));
            if (new BcPGPObjectFactory(inside).nextObject() instanceof PGPLiteralData literal) {
                return literal.getInputStream();
            }
            throw new DamagedArchive(Damage.WRONG_PASSPHRASE, "");
        } catch (PGPException | IOException | IllegalStateException noise) {
            throw new DamagedArchive(Damage.WRONG_PASSPHRASE, "", noise);
        }
    }

    private static int read(InputStream inside, byte[] buffer) {
        try {
            return inside.read(buffer);
        } catch (IOException | RuntimeException cut) {
            throw new DamagedArchive(Damage.CHANGED, "", cut);
        }
    }

    private static boolean isWhole(PGPPBEEncryptedData locked) {
        try {
            return locked.verify();
        } catch (PGPException | IOException | RuntimeException cut) {
            throw new DamagedArchive(Damage.CHANGED, "", cut);
        }
    }

    private static final class Both extends FilterOutputStream {
        private final OutputStream outer;

        private Both(OutputStream inner, OutputStream outer) {
            super(inner);
            this.outer = outer;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
            outer.close();
        }
    }
}
