package dev.rapport.metrics.web;

/** A body of a calculator: its numbers are JSON numbers, and "5" isn't one. */
interface OfNumbers {}
