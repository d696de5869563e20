import { View } from '@tarojs/components';
import { useState } from 'react';
import { pressable, told } from '../../components/accessible';
import { FieldError } from '../../components/field-error';
import { Icon } from '../../components/icon';
import { Photo } from '../../components/photo';
import { PhotoViewer } from '../../components/photo-viewer';
import { isPassing } from '../refusal/passing';
import type { DraftPhoto } from './draft';
import { sendPhoto } from './outgoing';
import { choosePhotos, releasePhoto } from './photo-file';
import './photo-field.css';

type Props = {
  readonly photos: readonly DraftPhoto[];
  readonly limit: number;
  readonly error: string | null;
  readonly onChange: (change: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]) => void;
};

const NOT_READ = '没有读到照片，请重新选择。';

/** Photos go to the cloud as soon as they are chosen; one that meets no network goes with the rating. */
const useAdding = ({ photos, limit, onChange }: Props) => {
  const [failure, setFailure] = useState<string | null>(null);

  const sendInBackground = async (path: string) => {
    const sent = await sendPhoto({ path, photo: null });
    if (sent.ok) {
      onChange((all) => all.map((one) => (one.path === path ? { path, photo: sent.value.photo } : one)));
    } else if (!isPassing(sent)) {
      setFailure(sent.code === 'photo.gone' ? NOT_READ : sent.message);
      onChange((all) => all.filter((one) => one.path !== path));
    }
  };

  const add = async () => {
    setFailure(null);
    try {
      const paths = await choosePhotos(limit - photos.length);
      onChange((all) => [...all, ...paths.map((path) => ({ path, photo: null }))]);
      await Promise.all(paths.map(sendInBackground));
    } catch {
      setFailure(NOT_READ);
    }
  };
  return { add, failure };
};

/** 照片 */
export const PhotoField = (props: Props) => {
  const { photos, limit, error, onChange } = props;
  const { add, failure } = useAdding(props);
  const [viewed, setViewed] = useState<string | null>(null);
  const drop = (path: string) => {
    releasePhoto(path);
    onChange((all) => all.filter((one) => one.path !== path));
  };
  return (
    <View>
      <View className="photos">
        {photos.map(({ path }, index) => (
          <View key={path} className="photos__one">
            <View {...pressable(() => setViewed(path), { label: `查看第 ${index + 1} 张照片` })}>
              <Photo className="photos__image" src={path} mode="aspectFill" />
            </View>
            <View className="photos__drop" {...pressable(() => drop(path), { label: `删除第 ${index + 1} 张照片` })}>
              <View className="photos__sign">
                <Icon name="close" className="icon--small" />
              </View>
            </View>
          </View>
        ))}
        {photos.length < limit && (
          <View id="add-photo" className="photos__add" {...pressable(() => void add(), { label: '添加照片' })}>
            <Icon name="add" />
            <View className="quiet" {...told({ hidden: true })}>
              照片
            </View>
          </View>
        )}
      </View>
      <FieldError id="photo-error" message={failure ?? error} />
      {viewed && <PhotoViewer src={viewed} onClose={() => setViewed(null)} />}
    </View>
  );
};
