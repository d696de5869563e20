import type { moveAppeal as contract } from '@shared/contracts/appeal';
import type { InputOf } from '@shared/contracts/contract';
import type { AppealInput } from '@shared/domain/appeal-moves';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result } from '@shared/kernel/result';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import { appealWords, givenEvidence } from './given-evidence';
import { rulingRules } from './ruling-rules';

/** Words of these may be empty: what is done says it all. */
const NEEDS_NO_WORDS: readonly AppealInput['move'][] = ['reportUp', 'confirmCorrection'];

const read = (step: InputOf<typeof contract>['step'], context: OfficialContext): Result<AppealInput, RefusalCode> => {
  if (step.move === 'confirmGrant' || step.move === 'confirmDenial') return ok(step);
  if (NEEDS_NO_WORDS.includes(step.move) && step.words.trim() === '') return ok({ ...step, words: '' } as AppealInput);
  const words = appealWords(step.words);
  if (!words.ok) return words;
  if (step.move !== 'endorse') return ok({ ...step, words: words.value });
  const evidence = givenEvidence(step.evidence, context);
  return evidence.ok ? ok({ ...step, words: words.value, evidence: evidence.value }) : evidence;
};

/** 办理申诉: decided on the appeal as the caller saw it, written if nobody moved it since. Who is whose deputy is read as it stands now. */
export const moveAppeal: OfficialUseCase<typeof contract> = async ({ ratingId, version, step }, context) => {
  const { now, orgRegister, ratings } = context;
  const input = read(step, context);
  if (!input.ok) return input;
  const rulesOf = (place: string) => rulingRules(place, now);
  const moved = await ratings.moveAppeal(ratingId, version, input.value, orgRegister.find, now, rulesOf);
  return moved.ok ? ok({ state: moved.value }) : moved;
};
