import type { RatingFile } from '@shared/domain/rating-file';
import { type Signal, signalsOf } from '@shared/domain/signals';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { praiseIn } from '@shared/policy/praise-words';
import type { Ratings } from './ratings';

/** 可疑迹象 of one rating, for whoever reviews an appeal about it: numbers, never a verdict. One round trip, of two reads. */
export const signalsFor = async (file: RatingFile, ratings: Pick<Ratings, 'around'>): Promise<readonly Signal[]> => {
  const policy = policyOn(file.subject.place, dayOf(file.ratedAt));
  if (!policy.ok) return [];
  const { rating, integrity } = policy.value;
  const around = await ratings.around(file, integrity);
  return signalsOf(file, around, { badLevels: rating.badLevels, ...integrity, praiseIn });
};
