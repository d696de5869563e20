import type { giveStatement as contract } from '@shared/contracts/appeal';
import { ROLE_LABELS } from '@shared/domain/labels';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { appealWords } from './given-evidence';
import { rulingRules } from './ruling-rules';

/** 说明情况: a later one takes the place of an earlier one; the ticket's history keeps both. */
export const giveStatement: OfficialUseCase<typeof contract> = async ({ ticketNo, words }, context) => {
  const { directory, now, ratings } = context;
  const said = appealWords(words);
  if (!said.ok) return said;
  const at = await ratings.ratedAt(ticketNo, now);
  if (!at) return refuse('appeal.unknown');
  const rules = rulingRules(at.place, now);
  if (!rules.ok) return rules;
  const [unit] = await directory.orgs([at.unitId]);
  const names = { unit: unit?.name ?? '', post: ROLE_LABELS.clerk };
  const given = await ratings.giveStatement(ticketNo, said.value, names, now, rules.value.ticket);
  return given.ok ? ok({}) : given;
};
