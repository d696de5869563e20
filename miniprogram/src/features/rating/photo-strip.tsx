import { View } from '@tarojs/components';
import { useState } from 'react';
import { pressable } from '../../components/accessible';
import { Photo } from '../../components/photo';
import { PhotoViewer } from '../../components/photo-viewer';
import './photo-field.css';

type Props = { readonly urls: readonly string[] };

/** Photos to look at; one of them large at a tap. */
export const PhotoStrip = ({ urls }: Props) => {
  const [viewed, setViewed] = useState<string | null>(null);
  if (urls.length === 0) return null;
  return (
    <View className="photos">
      {urls.map((url, index) => (
        <View
          key={url}
          className="photos__one"
          {...pressable(() => setViewed(url), { label: `查看第 ${index + 1} 张照片` })}
        >
          <Photo className="photos__image" src={url} mode="aspectFill" />
        </View>
      ))}
      {viewed && <PhotoViewer src={viewed} onClose={() => setViewed(null)} />}
    </View>
  );
};
