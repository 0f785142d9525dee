'use client';

/** Replaced below. */
export const QuotationList = () => null;
