import type { AppealReason, EvidenceKind } from '@shared/domain/appeal';
import { hasReason } from '@shared/domain/rating';
import type { Input, Output } from '../../api/actions';
import { useKept } from '../../hooks/use-kept';
import type { DraftPhoto } from '../rating/draft';
import { releasePhoto } from '../rating/photo-file';

export type Told = Output<'appeal.showMine'>;
/** 本人的申诉 */
export type OwnAppeal = NonNullable<Told['appeal']>;
export type AnswerStep = Input<'appeal.answer'>['step'];
/** What the clerk can write about one bad rating. */
export type Writing = 'file' | Exclude<AnswerStep['move'], 'withdraw'>;

type Texts = {
  readonly reason: AppealReason | null;
  readonly words: string;
  /** Where a recording, or an entry of the case log, is found. */
  readonly recording: string;
  readonly caseLog: string;
};
type Photos = { readonly photos: readonly DraftPhoto[] };
export type AppealDraft = Texts & Photos;

const NOTHING: Texts = { reason: null, words: '', recording: '', caseLog: '' };
const NO_PHOTOS: Photos = { photos: [] };
export const EMPTY_DRAFT: AppealDraft = { ...NOTHING, ...NO_PHOTOS };

const isSaid = (comment: string): boolean => hasReason({ tags: [], comment });

/** 证据 as it is sent, with the names that its photos have in the cloud. */
export const evidenceOf = (
  { recording, caseLog }: Pick<AppealDraft, 'recording' | 'caseLog'>,
  photos: readonly string[],
): Input<'appeal.file'>['evidence'] => [
  ...(photos.length > 0 ? [{ kind: 'photo' as const, words: '', photos: [...photos] }] : []),
  ...(isSaid(recording) ? [{ kind: 'recording' as const, words: recording }] : []),
  ...(isSaid(caseLog) ? [{ kind: 'caseLog' as const, words: caseLog }] : []),
];

export const kindsOf = (draft: AppealDraft): readonly EvidenceKind[] =>
  evidenceOf(
    draft,
    draft.photos.map(({ path }) => path),
  ).map(({ kind }) => kind);

/** What is written here, kept on the phone until it is sent. Where there is no room for the photos too, the words are kept. */
export const useAppealDraft = (ticketNo: string, writing: Writing) => {
  const texts = useKept(`${writing}.${ticketNo}`, NOTHING);
  const photos = useKept(`${writing}-photos.${ticketNo}`, NO_PHOTOS);
  const draft: AppealDraft = { ...texts.value, ...photos.value };
  const drop = () => {
    for (const { path } of photos.value.photos) releasePhoto(path);
    texts.drop();
    photos.drop();
  };
  return { draft, change: texts.change, changePhotos: photos.change, drop };
};
