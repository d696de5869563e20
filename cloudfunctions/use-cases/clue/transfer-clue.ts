import type { transferClue as contract } from '@shared/contracts/clue';
import { type ClueContent, mayTransfer } from '@shared/domain/clue';
import { checkWords } from '@shared/domain/retaliation-report';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { WORDS_MAX } from '@shared/policy/limits';
import type { OfficialUseCase } from '../../ports/context';
import type { SeenFile } from '../../ports/seen-ratings';
import { sealContent } from './seal';

const contentOf = (
  { level, dictionary, tags, comment, photos, ratedOn, subject }: SeenFile,
  note: string,
): ClueContent => ({
  ...{ level, dictionary, tags, comment, photos, ratedOn, note },
  servedBy: subject.names,
  caseNo: subject.caseNo,
});

/** 转交线索: writes nothing but the clue. A retry finds the same one and the same number. */
export const transferClue: OfficialUseCase<typeof contract> = async ({ ratingId, note }, context) => {
  const { actor, clues, digests, directory, now, ratings, vault } = context;
  const file = await ratings.find(ratingId);
  if (!actor.staff || !file || !mayTransfer(officialOf(actor.staff), file)) return refuse('ticket.unknown');
  const words = checkWords(note, WORDS_MAX.clueNote, 'clue.noteMissing');
  if (!words.ok) return words;
  const _id = digests.clueId(ratingId, words.value);
  const clueNo = `XS${digests.shortNo(_id)}`;
  const bureaus = (await directory.orgs(file.subject.orgPath)).filter(({ kind }) => kind === 'bureau');
  await clues.insert({
    ...{ _id, clueNo, ratingId },
    bureauIds: bureaus.map((bureau) => bureau._id),
    bureauName: bureaus.find((bureau) => bureau._id === file.ticketByDay?.bureauId)?.name ?? '',
    transferredBy: actor.staff._id,
    ratedStaffId: file.subject.staffId,
    at: now,
    sealed: sealContent(_id, contentOf(file, words.value), vault, digests),
    keyVersion: vault.keyVersion,
    state: 'transferred',
  });
  return ok({ clueNo });
};
