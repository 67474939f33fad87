package dev.rapport.metrics.formula;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The 11 named segments, which share out the 125 codes from 111 to 555 among them. */
public enum RfmSegment {
    CHAMPIONS("Champions", "555 554 544 545 454 455 445"),
    LOYAL("Loyal", "543 444 435 355 354 345 344 335"),
    POTENTIAL_LOYALIST(
            "Potential Loyalist",
            "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323"),
    NEW_CUSTOMERS("New Customers", "512 511 422 421 412 411 311"),
    PROMISING("Promising", "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313"),
    NEED_ATTENTION("Need Attention", "535 534 443 434 343 334 325 324"),
    ABOUT_TO_SLEEP("About To Sleep", "331 321 312 221 213 231 241 251"),
    AT_RISK("At Risk", "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124"),
    CANNOT_LOSE_THEM("Cannot Lose Them", "155 154 144 214 215 115 114 113"),
    HIBERNATING("Hibernating", "332 322 233 232 223 222 132 123 122 212 211"),
    LOST("Lost", "111 112 121 131 141 151");

    private static final Map<Integer, RfmSegment> BY_CODE = new HashMap<>();

    static {
        for (RfmSegment segment : values()) {
            for (int code : segment.codes) {
                BY_CODE.put(code, segment);
            }
        }
    }

    private final String title;
    private final int[] codes;

    RfmSegment(String title, String codes) {
        this.title = title;
        this.codes = Arrays.stream(codes.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** The name by which it is known, in English. */
    public String title() {
        return title;
    }

    public int[] codes() {
        return codes.clone();
    }

    public static RfmSegment of(int code) {
        RfmSegment segment = BY_CODE.get(code);
        if (segment == null) {
            throw new IllegalArgumentException("No RFM code " + code);
        }
        return segment;
    }
}
