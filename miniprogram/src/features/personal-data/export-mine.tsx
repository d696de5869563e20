import { View } from '@tarojs/components';
import { useState } from 'react';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { useAction } from '../../hooks/use-action';
import { isGuideUnagreed, PrivacySheet } from '../identity/privacy-sheet';
import './personal-data.css';
import { SAVED, saveText, WHERE_TO } from './save-text';

const NOT_SAVED = '没有复制成功，请重试。';

/** 导出: everything that is kept, whole, for the person himself. */
export const ExportMine = () => {
  const [asksGuide, setAsksGuide] = useState(false);
  const [saved, setSaved] = useState<boolean | null>(null);
  const take = useAction('data.export', async ({ json }) => setSaved(await saveText(json)));
  const start = async () => {
    setSaved(null);
    if (await isGuideUnagreed()) setAsksGuide(true);
    else await take.run({});
  };
  return (
    <Card heading="导出我的个人信息">
      <View className="data__line">
        {WHERE_TO}。内容包括您的完整姓名、号码、手机号，同意记录，以及您的全部评价。请不要发给别人。
      </View>
      <FieldError id="export-error" message={take.failure ?? (saved === false ? NOT_SAVED : null)} />
      {saved && (
        <View id="exported" className="data__line" {...told({ role: 'status' })}>
          {SAVED}
        </View>
      )}
      <Button id="export" look="plain" disabled={take.busy} onPress={() => void start()}>
        {take.busy ? '正在导出…' : '导出'}
      </Button>
      {asksGuide && (
        <PrivacySheet
          onAgreed={() => {
            setAsksGuide(false);
            void take.run({});
          }}
          onClose={() => setAsksGuide(false)}
        />
      )}
    </Card>
  );
};
