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

/**
 * Is this the 查询码 on that case's receipt? A wrong one counts, by account and by case; of an account that may guess no more
 * nothing counts against the case, or one person could lock its owner out.
 */
export const isReceiptCode = async (
  { _id, receiptCodeIndex }: ServiceCase,
  typed: string,
  { actor, limits, now, vault }: Context,
): Promise<Result<boolean, RefusalCode>> => {
  const [own, ofCase] = [LIMITS.receiptCodeGuess.value, LIMITS.receiptCodeOfCase.value];
  if (!(await limits.take('receiptCodeGuess', actor.ref, own, now))) return refuse('limit.guesses');
  if (!(await limits.take('receiptCodeOfCase', _id, ofCase, now))) return refuse('limit.guesses');
  const matches =
    receiptCodeIndex !== null && vault.index('receiptCode', receiptCodeText(_id, typed)) === receiptCodeIndex;
  if (!matches) return ok(false);
  await Promise.all([
    limits.giveBack('receiptCodeGuess', actor.ref, own.within, now),
    limits.giveBack('receiptCodeOfCase', _id, ofCase.within, now),
  ]);
  return ok(true);
};
