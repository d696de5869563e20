import type { RealName } from '@shared/domain/identity';
import Taro from '@tarojs/taro';
import { type Entry, entryOf, queryOf, urlOf } from '../rating/entry';
import { type Back, bringBack } from '../rating/identity-step';

/** Why somebody came to the identity page. */
export type Errand = {
  /** The rating that waits for it; null when he came by himself. */
  readonly entry: Entry | null;
  readonly place: string | undefined;
  readonly demand: RealName;
  /** Whether the rating is ready and goes as soon as he is back. */
  readonly sends: boolean;
};

type Params = Readonly<Partial<Record<string, string>>>;

const isDemand = (text: string | undefined): text is RealName => text === 'required' || text === 'encouraged';

export const errandOf = (params: Params): Errand => ({
  entry: entryOf(params),
  place: params.place || undefined,
  demand: isDemand(params.demand) ? params.demand : 'off',
  sends: params.sends === '1',
});

/** The same as a query. */
export const queryOfErrand = ({ entry, place = '', demand, sends }: Errand): string =>
  [...(entry ? [queryOf(entry)] : []), `place=${place}`, `demand=${demand}`, ...(sends ? ['sends=1'] : [])].join('&');

/** Back to where he came from, with what was added to the rating. */
export const leave = ({ entry, sends }: Errand, changes: Back['changes'] = {}): void => {
  if (entry) bringBack(entry, { changes, sends });
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: entry ? urlOf(entry) : '/privacy/data/index' });
};
