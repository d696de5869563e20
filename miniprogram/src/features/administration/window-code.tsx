import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { useAction } from '../../hooks/use-action';
import './administration.css';

/** The code that hangs at the window now, to be kept and printed; and the link that carries the same. */
export const WindowCode = ({ windowId }: { readonly windowId: string }) => {
  const [shown, setShown] = useState<Output<'code.image'>>();
  const { run, busy, failure } = useAction('code.image', setShown);
  if (shown) {
    return (
      <View className="administration__note" id="window-code">
        <Image
          className="administration__picture"
          src={`data:image/png;base64,${shown.png}`}
          showMenuByLongpress
          ariaLabel="窗口码"
        />
        <View className="quiet">长按图片保存，打印后贴在窗口上。</View>
        <View className="quiet as-typed">{shown.link}</View>
      </View>
    );
  }
  return (
    <View className="administration__note">
      <Button id="show-code" disabled={busy} onPress={() => void run({ windowId })}>
        {busy ? '正在生成…' : '查看窗口码'}
      </Button>
      <FieldError id="code-error" message={failure} />
    </View>
  );
};
