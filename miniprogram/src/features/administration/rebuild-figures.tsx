import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import './administration.css';
import { Confirm } from './confirm';

type SheetProps = { readonly onClose: () => void; readonly onDone: () => void };

const RebuildSheet = ({ onClose, onDone }: SheetProps) => {
  const rebuild = useAction('figures.rebuild', onDone);
  return (
    <Sheet title="重新统计" onClose={onClose}>
      <Confirm {...rebuild} label="确认重新统计" onConfirm={() => void rebuild.run({})} onBack={onClose}>
        本系统各地、各月的数字都清零，再从评价和办件逐条数起，几分钟后数完。数完以前，各处看到的数字偏少。评价、工单、申诉一条也不会少。
      </Confirm>
    </Sheet>
  );
};

/** 重新统计, and what happens before it does. */
export const RebuildFigures = () => {
  const [step, setStep] = useState<'before' | 'asked' | 'done'>('before');
  return (
    <Card heading="数字看着不对时">
      <View className="quiet administration__note">
        数字随着评价、工单和申诉的变化自己更新，平时不用管。只有数字和逐条看到的对不上时，才需要重新统计。
      </View>
      {step === 'done' && (
        <Notice id="rebuilt" tone="done">
          已开始重新统计，几分钟后数完。
        </Notice>
      )}
      <Button id="rebuild" look="plain" onPress={() => setStep('asked')}>
        重新统计
      </Button>
      {step === 'asked' && <RebuildSheet onClose={() => setStep('before')} onDone={() => setStep('done')} />}
    </Card>
  );
};
