import { dropDraft } from './draft';
import { keepReceipt } from './last-receipt';
import type { Outgoing, Receipt } from './outgoing';
import { releasePhoto } from './photo-file';

/** The receipt is there: nothing else of the rating stays on the phone. */
export const arrived = ({ entry, idempotencyKey, photos }: Outgoing, receipt: Receipt): void => {
  keepReceipt(receipt);
  dropDraft(entry, idempotencyKey);
  for (const { path } of photos) releasePhoto(path);
};
