import type { AppealByDay } from '@shared/domain/appeal-by-day';
import { APPEAL_SENTENCES } from '@shared/domain/appeal-labels';
import type { WorkingTimeRules } from '@shared/domain/working-time';
import type { Instant } from '@shared/kernel/time';
import type { OfficialContext } from '../../ports/context';
import { clockView } from '../ticket/clock-view';

type Parts = Pick<OfficialContext, 'directory' | 'photos'>;
type Shown = Omit<AppealByDay, 'ruling' | 'objection' | 'firstBureauId' | 'reportedTo'>;

/** 裁定 without the person who proposed it. */
export const rulingView = ({ ruling, on }: NonNullable<AppealByDay['decision']>) => ({
  ...{ grants: ruling.grants, words: ruling.words, on },
  reason: ruling.grants ? ruling.reason : null,
  isExplanation: !ruling.grants && ruling.isExplanation,
});

const evidenceView = (evidence: Shown['evidence'], { photos }: Parts) =>
  Promise.all(
    evidence.map(async ({ kind, words, photos: files }) => ({
      ...{ kind, words },
      photoUrls: [...(await photos.links(files))],
    })),
  );

/** 申诉 as whoever may read it reads it: the clerk, his unit, the bureaus. */
export const appealView = async (appeal: Shown, now: Instant, rules: WorkingTimeRules | undefined, parts: Parts) => {
  const { unitId, bureauId, opinion, decision, answerBy, clock, history } = appeal;
  const orgs = await parts.directory.orgs([...(unitId === null ? [] : [unitId]), bureauId]);
  const nameOf = (id: string) => orgs.find(({ _id }) => _id === id)?.name ?? '';
  const { appealNo, state, version, reason, words, routedBy, filedOn, renewals } = appeal;
  return {
    ...{ appealNo, state, version, reason, words, routedBy, filedOn, renewals },
    evidence: await evidenceView(appeal.evidence, parts),
    unit: unitId === null ? null : nameOf(unitId),
    bureau: nameOf(bureauId),
    opinion: opinion && { endorses: opinion.endorses, words: opinion.words, on: opinion.on },
    decision: decision && rulingView(decision),
    answerBy: answerBy?.dueAt ?? null,
    clock: clock && clockView(clock, now, rules),
    history: history.map(({ on, what, post, words: said }) => ({
      ...{ on, text: APPEAL_SENTENCES[what], post },
      words: said || null,
    })),
  };
};
