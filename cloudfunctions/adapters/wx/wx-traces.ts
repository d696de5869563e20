import { NO_TRACES, type RatingFile } from '@shared/domain/rating-file';
import { type Around, type NearRating, pairSpan, windowSpan } from '@shared/domain/signals';
import type { Ratings } from '../../ports/ratings';
import { collection, command, rowsOf } from './wx-cloud';

const ratings = () => collection('ratings');

/** The most that one query answers; a window has not nearly so many in one day. */
const AT_MOST = 1000;

const between = ({ from, until }: ReturnType<typeof pairSpan>) => command.gte(from).and(command.lt(until));

/** 评价的痕迹: what of other ratings is read for signals, and the end of it all. */
export const wxTraces: Pick<Ratings, 'around' | 'forgetTraces'> = {
  around: async (file, rules) => {
    const { windowId, staffId } = file.subject;
    const [atWindow, ofPair] = await Promise.all([
      rowsOf<NearRating>(
        ratings()
          .where({ 'subject.windowId': windowId, ratedAt: between(windowSpan(file, rules)) })
          .field({ level: true, ratedAt: true, origin: true, 'traces.networkRef': true })
          .limit(AT_MOST),
      ),
      staffId === null
        ? []
        : rowsOf<Around['ofPair'][number]>(
            ratings()
              .where({ raterRef: file.raterRef, 'subject.staffId': staffId, ratedAt: between(pairSpan(file, rules)) })
              .field({ ratedAt: true, origin: true })
              .limit(AT_MOST),
          ),
    ]);
    return { atWindow, ofPair };
  },
  forgetTraces: async (now, atMost) => {
    const over = await rowsOf<Pick<RatingFile, '_id'>>(
      ratings()
        .where({ 'traces.keepUntil': command.gt(0).and(command.lte(now)) })
        .orderBy('traces.keepUntil', 'asc')
        .field({ _id: true })
        .limit(atMost),
    );
    if (over.length > 0)
      await ratings()
        .where({ _id: command.in(over.map(({ _id }) => _id)) })
        .update({ data: { traces: command.set({ ...NO_TRACES }) } });
    return over.length;
  },
};
