import { setTimeout } from 'node:timers/promises';
import { CloudError, type CloudErrorCode, transactionConflict } from '../protocol/cloud-error';
import { outOfDiskSpace } from '../protocol/disk-full';
import type { FaultKind, Place } from './fault';
import type { Faults } from './planned-faults';

/** Instead of a response: the connection is cut, or something before the cloud answers HTTP 502. */
export type NoResponse = 'cut' | 'badGateway';

const WRITES = new Set([
  'database.addCollection',
  'database.commitTransaction',
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
]);

type RequestError = { readonly code: CloudErrorCode; readonly message: string; readonly onlyWrites?: true };

const FULL = outOfDiskSpace();

/** Codes: `TCB_ERR_CODE` of wx-server-sdk. */
const ERRORS: Partial<Record<FaultKind, RequestError>> = {
  systemError: { code: 'SYS_ERR', message: 'system error' },
  requestLimit: { code: 'EXCEED_REQUEST_LIMIT', message: '[LimitExceeded] exceed request limit' },
  concurrencyLimit: {
    code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    message: '[LimitExceeded] exceed concurrent request limit',
  },
  storageFull: { code: FULL.code, message: FULL.message, onlyWrites: true },
};

const WRITE_CONFLICT = new CloudError(
  'DATABASE_REQUEST_FAILED',
  'WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.',
);

/** A request of the SDK as the faults let it happen. */
export const carriedOutUnderFaults = async <T>(
  faults: Faults,
  place: Required<Place> & { readonly isInTransaction: boolean },
  carryOut: () => Promise<T> | T,
): Promise<T | NoResponse> => {
  refuseWhenPlanned(faults, place);
  if (faults.take('badGateway', place)) return 'badGateway';
  const first = await carryOut();
  const heard = faults.take('duplicateRequest', place) ? await carryOut() : first;
  const delay = faults.take('delayResponse', place);
  if (delay) await setTimeout(delay.milliseconds ?? 0);
  if (faults.take('serverTimeout', place)) throw new CloudError('SERVER_TIMEOUT', 'server timeout');
  return faults.take('dropResponse', place) ? 'cut' : heard;
};

const refuseWhenPlanned = (
  faults: Faults,
  { isInTransaction, ...place }: Required<Place> & { readonly isInTransaction: boolean },
): void => {
  const isWrite = WRITES.has(place.action);
  for (const [kind, { code, message, onlyWrites }] of Object.entries(ERRORS)) {
    if (onlyWrites && !isWrite) continue;
    if (faults.take(kind as FaultKind, place)) throw new CloudError(code, message);
  }
  if (isWrite && faults.take('conflict', place)) throw isInTransaction ? transactionConflict() : WRITE_CONFLICT;
};
