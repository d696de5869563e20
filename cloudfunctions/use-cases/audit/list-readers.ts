import type { listReaders as contract } from '@shared/contracts/audit';
import { ok } from '@shared/kernel/result';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { AUDIT } from '@shared/policy/audit';
import type { OfficialUseCase } from '../../ports/context';

const DAYS = 7;

/** 谁看得多: an administrator who reads too much stands here too. */
export const listReaders: OfficialUseCase<typeof contract> = async (_input, { audit, directory, now }) => {
  const { value: readsPerDay, basis } = AUDIT.readsPerDay;
  const readers = await audit.readers(instantOf(addDays(dayOf(now), 1 - DAYS), '00:00'));
  const names = await directory.staffNames(readers.map(({ staffId }) => staffId));
  return ok({
    limit: { readsPerDay, basis },
    items: readers.map((reader) => ({
      ...reader,
      staffName: names.get(reader.staffId) ?? '',
      overLimit: reader.reads > readsPerDay,
    })),
  });
};
