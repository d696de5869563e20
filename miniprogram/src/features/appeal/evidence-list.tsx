import { EVIDENCE_LABELS } from '@shared/domain/appeal-labels';
import { View } from '@tarojs/components';
import { PhotoStrip } from '../rating/photo-strip';
import './appeal.css';
import type { OwnAppeal } from './appeal-draft';

type Props = Pick<OwnAppeal, 'evidence'>;

/** 证据, one piece after the other: photos to look at, of everything else where it is found. */
export const EvidenceList = ({ evidence }: Props) => (
  <View id="evidence">
    {evidence.map(({ kind, words, photoUrls }, index) => (
      // Nothing of it has a name of its own, and nothing changes its place.
      // biome-ignore lint/suspicious/noArrayIndexKey: the same may have been handed in twice.
      <View key={index} className="evidence">
        <View className="quiet">{EVIDENCE_LABELS[kind]}</View>
        {words !== '' && <View className="as-typed">{words}</View>}
        <PhotoStrip urls={photoUrls} />
      </View>
    ))}
  </View>
);
