import { LEVEL_LABELS } from '@shared/domain/labels';
import type { RatingLevel } from '@shared/domain/rating';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { PhotoStrip } from './photo-strip';

type Said = {
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly photoUrls: readonly string[];
  readonly caseNo: string | null;
};
type Props = { readonly heading: string; readonly said: Said };

/** A rating in the words in which it was given. */
export const AsSaid = ({ heading, said: { level, tags, comment, photoUrls, caseNo } }: Props) => (
  <Card heading={heading}>
    <Fact name="等级">{LEVEL_LABELS[level]}</Fact>
    {tags.length > 0 && <Fact name="标签">{tags.join('、')}</Fact>}
    {comment !== '' && <Fact name="原因">{comment}</Fact>}
    {caseNo && <Fact name="办件编号">{caseNo}</Fact>}
    <PhotoStrip urls={photoUrls} />
  </Card>
);
