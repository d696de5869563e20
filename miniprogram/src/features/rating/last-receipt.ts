import { ownKey } from '../../api/persona';
import { stored } from '../../hooks/stored';
import type { Receipt } from './outgoing';

const isReceipt = (kept: unknown): kept is Receipt =>
  typeof kept === 'object' && kept !== null && 'ratingId' in kept && 'servedBy' in kept && 'proof' in kept;

/** The receipt of the latest rating, so that its page needs no further call. */
const lastReceipt = stored<Receipt | null>(ownKey('receipt.1'), (kept) => (isReceipt(kept) ? kept : null));

export const keepReceipt = (receipt: Receipt): void => lastReceipt.set(receipt);

export const forgetReceipt = (): void => lastReceipt.set(null);

export const receiptOf = (ratingId: string): Receipt | null => {
  const receipt = lastReceipt.get();
  return receipt?.ratingId === ratingId ? receipt : null;
};
