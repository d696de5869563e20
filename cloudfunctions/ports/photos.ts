import type { CleanPhoto } from '@shared/domain/photo';

/** 评价照片 in the cloud's storage, closed to everybody; shown by links that expire. */
export type Photos = {
  /** Answers the file id. */
  store(photo: CleanPhoto): Promise<string>;
  /** A file that is gone already is no fault. */
  remove(fileIds: readonly string[]): Promise<void>;
  /** Links that hold for a while, in the same order; a file that is gone is left out. */
  links(fileIds: readonly string[]): Promise<readonly string[]>;
};
