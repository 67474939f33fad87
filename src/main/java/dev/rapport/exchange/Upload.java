package dev.rapport.exchange;

/** A file that was sent to us and lies on our disk. */
record Upload(String fileName, String storedAs, long size) {}
