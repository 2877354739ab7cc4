import { createHash } from 'node:crypto';
import { hmac } from '../keys.ts';
import { formatReceipt } from './receipt-code.ts';

/** Derived, not stored: a report that is sent again gets the receipt that it got before. */
export const receiptOf = (reportId: string): string => formatReceipt(hmac('receipt', reportId.toLowerCase()));

/** All that the database keeps of a receipt; 75 random bits need no salt. */
export const receiptHash = (code: string): string => createHash('sha256').update(`receipt:${code}`).digest('hex');
