import type { answerAppeal as contract } from '@shared/contracts/appeal';
import type { InputOf } from '@shared/contracts/contract';
import type { AppealInput } from '@shared/domain/appeal-moves';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import { appealWords, givenEvidence } from './given-evidence';
import { rulingRules } from './ruling-rules';

const read = (step: InputOf<typeof contract>['step'], context: OfficialContext): Result<AppealInput, RefusalCode> => {
  if (step.move === 'withdraw') return ok(step);
  const words = appealWords(step.words);
  if (!words.ok) return words;
  if (step.move === 'insist') return ok({ ...step, words: words.value });
  const evidence = givenEvidence(step.evidence, context);
  return evidence.ok ? ok({ ...step, words: words.value, evidence: evidence.value }) : evidence;
};

/** 补充、撤回、坚持、再次申诉 by the clerk himself. */
export const answerAppeal: OfficialUseCase<typeof contract> = async ({ ticketNo, version, step }, context) => {
  const { now, ratings } = context;
  const input = read(step, context);
  if (!input.ok) return input;
  const at = await ratings.ratedAt(ticketNo, now);
  if (!at) return refuse('appeal.unknown');
  const rules = rulingRules(at.place, now);
  if (!rules.ok) return rules;
  const answered = await ratings.answerAppeal(ticketNo, version, input.value, now, rules.value);
  return answered.ok ? ok({ state: answered.value }) : answered;
};
