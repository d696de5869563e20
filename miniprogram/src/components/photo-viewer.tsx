import { View } from '@tarojs/components';
import { pressable } from './accessible';
import { useDialog } from './dialog';
import { Photo } from './photo';
import './photo-viewer.css';

const ID = 'photo-viewer';

type Props = { readonly src: string; readonly onClose: () => void };

/** One photo over the whole page; a tap closes it. */
export const PhotoViewer = ({ src, onClose }: Props) => {
  useDialog(ID, onClose);
  return (
    <View id={ID} className="photo-viewer" {...pressable(onClose, { label: '照片，点按关闭' })}>
      <Photo className="photo-viewer__image" src={src} mode="aspectFit" />
    </View>
  );
};
