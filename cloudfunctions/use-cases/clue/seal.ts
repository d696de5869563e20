import type { ClueContent } from '@shared/domain/clue';
import { ok, type Result } from '@shared/kernel/result';
import type { Digests } from '../../ports/digests';
import type { SealedPlace, Vault } from '../../ports/vault';

/** Where the content of a clue belongs. */
export const placeOf = (clueId: string): SealedPlace => ({ collection: 'clues', id: clueId, field: 'sealed' });

/** The content and its hash, under one seal: the hash in the open would betray short words to whoever tries them. */
export const sealContent = (clueId: string, content: ClueContent, vault: Vault, digests: Digests): string => {
  const text = JSON.stringify(content);
  return vault.seal(JSON.stringify({ text, hash: digests.contentHash(text) }), placeOf(clueId));
};

type Opened = { readonly content: ClueContent; readonly hash: string };

export const openContent = (
  { _id, sealed }: { readonly _id: string; readonly sealed: string },
  vault: Vault,
): Result<Opened, 'vault.tampered' | 'vault.keyMissing'> => {
  const opened = vault.open(sealed, placeOf(_id));
  if (!opened.ok) return opened;
  const { text, hash } = JSON.parse(opened.value) as { text: string; hash: string };
  return ok({ content: JSON.parse(text) as ClueContent, hash });
};
