import { receiptCodeText, type ServiceCase } from '@shared/domain/service-case';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { LIMITS } from '@shared/policy/limits';
import type { Context } from '../../ports/context';

/** As it was typed on a phone: full-width and lower-case letters mean the number on the slip. */
const findTyped = async (caseNo: string, { cases }: Context): Promise<ServiceCase | undefined> => {
  const typed = caseNo.normalize('NFKC').trim();
  if (typed === '') return undefined;
  return (await cases.find(typed)) ?? (await cases.find(typed.toUpperCase()));
};

/** The case of that number. A guess counts before it is looked up, so that many at once are not more than allowed. */
export const caseTyped = async (caseNo: string, context: Context): Promise<Result<ServiceCase, RefusalCode>> => {
  const { actor, limits, now } = context;
  const { count, within } = LIMITS.caseNoGuess.value;
  if (!(await limits.take('caseNoGuess', actor.ref, { count, within }, now))) return refuse('limit.guesses');
  const found = await findTyped(caseNo, context);
  if (!found) return refuse('service.unknown');
  await limits.giveBack('caseNoGuess', actor.ref, within, now);
  return ok(found);
};

/** Is this the 查询码 on that case's receipt? Every try counts, by account and by case. */
export const isReceiptCode = async (
  { _id, receiptCodeIndex }: ServiceCase,
  typed: string,
  { actor, limits, now, vault }: Context,
): Promise<Result<boolean, RefusalCode>> => {
  const taken = await Promise.all([
    limits.take('receiptCodeGuess', actor.ref, LIMITS.receiptCodeGuess.value, now),
    limits.take('receiptCodeOfCase', _id, LIMITS.receiptCodeOfCase.value, now),
  ]);
  if (taken.includes(false)) return refuse('limit.guesses');
  return ok(receiptCodeIndex !== null && vault.index('receiptCode', receiptCodeText(_id, typed)) === receiptCodeIndex);
};
