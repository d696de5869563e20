import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** When somebody comes back to the page, not when it is first shown. */
export const useReturn = (onReturn: () => void): void => {
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) onReturn();
    isFirst.current = false;
  });
};
