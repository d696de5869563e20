import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Context } from '../../ports/context';

type Parts = Pick<Context, 'actor' | 'digests'>;

/** What the uploader holds: the file with a seal that only he can use. */
export const photoToken = (fileId: string, { actor, digests }: Parts): string =>
  `${fileId}~${digests.photoSeal(actor.ref, fileId)}`;

/** The files behind the tokens; refused when one was not uploaded by this person. */
export const ownPhotos = (tokens: readonly string[], parts: Parts): Result<readonly string[], 'photo.notYours'> => {
  const fileIds = tokens.map((token) => token.slice(0, token.lastIndexOf('~')));
  const own = fileIds.every((fileId, i) => fileId !== '' && photoToken(fileId, parts) === tokens[i]);
  return own ? ok(fileIds) : refuse('photo.notYours');
};
