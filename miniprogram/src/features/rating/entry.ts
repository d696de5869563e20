import { tokenOfScan } from '@shared/domain/window-code';

/** How somebody came to rate: by a window's code, or by one service of his that waits for a rating. */
export type Entry =
  | { readonly kind: 'window'; readonly scene: string }
  | { readonly kind: 'service'; readonly serviceKey: string };

type Params = { readonly scene?: string; readonly q?: string; readonly serviceKey?: string };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `scene` of a mini-program code, `q` of an ordinary link's code, or `serviceKey`; null when it is none of them. */
export const entryOf = ({ scene, q, serviceKey }: Params): Entry | null => {
  if (serviceKey) return { kind: 'service', serviceKey: decoded(serviceKey) };
  const scanned = scene || q;
  return scanned ? { kind: 'window', scene: tokenOfScan(scanned) } : null;
};

/** Names the place of a draft on this phone. */
export const nameOf = (entry: Entry): string => (entry.kind === 'window' ? entry.scene : entry.serviceKey);

export const queryOf = (entry: Entry): string =>
  entry.kind === 'window'
    ? `scene=${encodeURIComponent(entry.scene)}`
    : `serviceKey=${encodeURIComponent(entry.serviceKey)}`;

export const urlOf = (entry: Entry): string => `/pages/rate/index?${queryOf(entry)}`;
