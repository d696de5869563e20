import { EVIDENCE_LABELS } from '@shared/domain/appeal-labels';
import { View } from '@tarojs/components';
import { Fact } from '../../components/fact';
import { PhotoStrip } from '../rating/photo-strip';
import type { Shown } from './review-moves';
import './review.css';

type Props = { readonly evidence: Shown['appeal']['evidence'] };

/** 证据, piece by piece: photos to look at, everything else by where it is found. */
export const EvidenceList = ({ evidence }: Props) => (
  <View id="evidence">
    {evidence.map(({ kind, words, photoUrls }, index) => (
      // Nothing of it has a name of its own, and nothing changes its place.
      // biome-ignore lint/suspicious/noArrayIndexKey: the same may have been handed in twice.
      <View key={index} className="review__part">
        <Fact name={`证据${index + 1}`}>{[EVIDENCE_LABELS[kind], words].filter(Boolean).join('：')}</Fact>
        <PhotoStrip urls={photoUrls} />
      </View>
    ))}
  </View>
);
