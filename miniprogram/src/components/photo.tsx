import { Image } from '@tarojs/components';

type Props = { readonly className: string; readonly src: string; readonly mode: 'aspectFill' | 'aspectFit' };

/** A picture; whatever one presses around it has the words for it. */
export const Photo = (props: Props) => (
  <Image {...props} {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '' } } : {})} />
);
