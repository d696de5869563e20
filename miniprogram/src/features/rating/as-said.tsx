import { LEVEL_LABELS } from '@shared/domain/labels';
import type { RatingLevel } from '@shared/domain/rating';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { pressable } from '../../components/accessible';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { PhotoViewer } from '../../components/photo-viewer';
import './photo-field.css';

type Said = {
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly photoUrls: readonly string[];
  readonly caseNo: string | null;
};
type Props = { readonly heading: string; readonly said: Said };

/** A rating in the words in which it was given. */
export const AsSaid = ({ heading, said: { level, tags, comment, photoUrls, caseNo } }: Props) => {
  const [viewed, setViewed] = useState<string | null>(null);
  return (
    <Card heading={heading}>
      <Fact name="等级">{LEVEL_LABELS[level]}</Fact>
      {tags.length > 0 && <Fact name="标签">{tags.join('、')}</Fact>}
      {comment !== '' && <Fact name="原因">{comment}</Fact>}
      {caseNo && <Fact name="办件编号">{caseNo}</Fact>}
      {photoUrls.length > 0 && (
        <View className="photos">
          {photoUrls.map((url, index) => (
            <View
              key={url}
              className="photos__one"
              {...pressable(() => setViewed(url), { label: `查看第 ${index + 1} 张照片` })}
            >
              <Image className="photos__image" src={url} mode="aspectFill" />
            </View>
          ))}
        </View>
      )}
      {viewed && <PhotoViewer src={viewed} onClose={() => setViewed(null)} />}
    </Card>
  );
};
