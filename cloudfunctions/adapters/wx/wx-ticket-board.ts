import type { ProofLevel } from '@shared/domain/identity';
import type { Likeness } from '@shared/domain/ticket-filters';
import { UNDONE } from '@shared/domain/ticket-table';
import type { Official } from '@shared/domain/visibility';
import type { Instant } from '@shared/kernel/time';
import type { TicketLists, UnitOverdue } from '../../ports/ticket-lists';
import { howMany, isAmong, isLate, isState, OPEN, pageBy } from './ticket-queries';
import { collection, command } from './wx-cloud';

const $ = command.aggregate;
const MOST_CLUSTERS = 50;

/** Open tickets of the bureaus and those opened since then; each part goes through its index. */
const openOrSince = ({ staffId, bureauIds }: Official, states: readonly string[], since: Instant) =>
  bureauIds.length === 0
    ? { _id: '' }
    : command.and([
        command.or([
          { ...isAmong('ticket.bureauId', bureauIds), ...isAmong('ticket.state', states) },
          { ...isAmong('ticket.bureauId', bureauIds), 'ticket.openedAt': command.gte(since) },
        ]),
        { 'subject.staffId': command.neq(staffId) },
      ]);

/** Quarantined ratings count for nothing until somebody has looked at them. */
const isRealName = (since: Instant, levels: readonly ProofLevel[]) =>
  $.and([$.gte(['$ticket.openedAt', since]), $.eq(['$standing', 'effective']), $.in(['$proof.level', [...levels]])]);

/** A follow-up is recorded only after the rater was reached or tried as often as the rules ask. */
const isFollowedUp = () =>
  $.or([$.in(['reached', '$ticket.handling.attempts.outcome']), $.neq(['$ticket.handling.followUp', null])]);

const overdueByUnit: TicketLists['overdueByUnit'] = async (official, now, since, realName) => {
  const isOverdue = isLate(now);
  const found = (await collection('ratings')
    .aggregate()
    .match(openOrSince(official, UNDONE, since))
    .group({
      _id: '$ticket.unitId',
      open: howMany(isState(UNDONE)),
      late: howMany(isOverdue),
      escalated: howMany($.and([isOverdue, $.eq(['$ticket.handling.escalation', 2])])),
      lateSince: $.min($.cond([isOverdue, '$ticket.dueAt', null])),
      realName: howMany(isRealName(since, realName)),
      reached: howMany($.and([isRealName(since, realName), isFollowedUp()])),
    })
    .end()) as { list: readonly (Omit<UnitOverdue, 'unitId'> & { readonly _id: string })[] };
  return found.list.map(({ _id, ...unit }) => ({ ...unit, unitId: _id }));
};

type Group = { readonly _id: Omit<Likeness, 'by'>; readonly count: number; readonly open: number };

const clusters: TicketLists['clusters'] = async (official, by, since) => {
  const alike = collection('ratings')
    .aggregate()
    .match(openOrSince(official, OPEN, since));
  const key =
    by === 'tag'
      ? { dictionary: '$dictionary', tag: '$tags' }
      : { cause: '$ticket.handling.classification.cause', unitId: '$ticket.unitId' };
  const found = (await (by === 'tag' ? alike.unwind('$tags') : alike)
    .group({ _id: key, count: $.sum(1), open: howMany(isState(OPEN)) })
    .match({ count: command.gte(2), ...(by === 'cause' && { '_id.cause': command.neq(null) }) })
    .sort({ count: -1, open: -1, _id: 1 })
    .limit(MOST_CLUSTERS)
    .end()) as { list: readonly Group[] };
  return found.list.map(({ _id, count, open }) => ({ like: { by, ..._id } as Likeness, count, open }));
};

const sayingThat = (like: Likeness) =>
  like.by === 'tag'
    ? { tags: like.tag, dictionary: like.dictionary }
    : { 'ticket.handling.classification.cause': like.cause, 'ticket.unitId': like.unitId };

export const wxTicketBoard: Pick<TicketLists, 'overdueByUnit' | 'clusters' | 'alike'> = {
  overdueByUnit,
  clusters,
  alike: (official, like, since, after) =>
    pageBy('ticket.dueAt', 'desc', command.and([openOrSince(official, OPEN, since), sayingThat(like)]), after),
};
