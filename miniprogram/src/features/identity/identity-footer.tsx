import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import type { Back } from '../rating/identity-step';
import { type Errand, leave } from './errand';

const labelOf = ({ entry, sends }: Errand): string => {
  if (!entry) return '完成';
  return sends ? '提交评价' : '返回评价';
};

/** The way on, in reach of the thumb: to the rating that waits, with or without 实名 as the place allows. */
export const identityFooter = (errand: Errand, isDone: boolean, changes: Back['changes']): ReactNode => {
  if (isDone) {
    return (
      <Button id="go-on" onPress={() => leave(errand, changes)}>
        {labelOf(errand)}
      </Button>
    );
  }
  if (errand.demand !== 'encouraged' || !errand.sends) return undefined;
  return (
    <Button id="go-without" look="plain" onPress={() => leave(errand)}>
      暂不实名，直接提交
    </Button>
  );
};
