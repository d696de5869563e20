import type { fileAppeal } from '@shared/contracts/appeal';
import type { InputOf } from '@shared/contracts/contract';
import type { Evidence } from '@shared/domain/appeal';
import { checkWords } from '@shared/domain/retaliation-report';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result } from '@shared/kernel/result';
import { WORDS_MAX } from '@shared/policy/limits';
import type { Context } from '../../ports/context';
import { ownPhotos } from '../photo/photo-token';

type Given = InputOf<typeof fileAppeal>['evidence'][number];

/** Words that must be there, cleaned as comments are. */
export const appealWords = (written: string): Result<string, 'appeal.wordsMissing' | 'words.tooLong'> =>
  checkWords(written, WORDS_MAX.appealWords, 'appeal.wordsMissing');

const readOne = (given: Given, parts: Pick<Context, 'actor' | 'digests'>): Result<Evidence, RefusalCode> => {
  if (given.kind === 'photo') {
    const photos = ownPhotos(given.photos, parts);
    if (!photos.ok) return photos;
    const words = given.words.trim() === '' ? ok('') : appealWords(given.words);
    return words.ok ? ok({ kind: given.kind, words: words.value, photos: photos.value }) : words;
  }
  const words = checkWords(given.words, WORDS_MAX.appealWords, 'appeal.evidenceInvalid');
  return words.ok ? ok({ kind: given.kind, words: words.value, photos: [] }) : words;
};

/** 证据 as it is kept: photos are the caller's own, everything else says where it is found. */
export const givenEvidence = (
  given: readonly Given[],
  parts: Pick<Context, 'actor' | 'digests'>,
): Result<readonly Evidence[], RefusalCode> => {
  const read: Evidence[] = [];
  for (const one of given) {
    const evidence = readOne(one, parts);
    if (!evidence.ok) return evidence;
    read.push(evidence.value);
  }
  return ok(read);
};
