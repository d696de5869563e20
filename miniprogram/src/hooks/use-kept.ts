import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { ownKey } from '../api/persona';
import { keep } from './stored';

const read = (key: string): object => {
  const found: unknown = Taro.getStorageSync(key);
  return typeof found === 'object' && found !== null ? found : {};
};

/** What somebody fills in under this name, kept on the phone until `drop`: neither a dead network nor a closed app eats it. */
export const useKept = <T extends object>(name: string, empty: T) => {
  const key = ownKey(`kept.1.${name}`);
  const [value, setValue] = useState<T>(() => ({ ...empty, ...read(key) }));
  // Two changes may come before the page is drawn again.
  const latest = useRef(value);
  const change = (changes: Partial<T> | ((before: T) => Partial<T>)) => {
    const changed = typeof changes === 'function' ? changes(latest.current) : changes;
    latest.current = { ...latest.current, ...changed };
    setValue(latest.current);
    keep(key, latest.current);
  };
  const drop = () => {
    Taro.removeStorageSync(key);
    latest.current = empty;
    setValue(empty);
  };
  return { value, change, drop };
};
