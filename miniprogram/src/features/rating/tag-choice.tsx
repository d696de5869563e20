import type { Tag } from '@shared/domain/tag';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';

type Props = {
  readonly tags: readonly Tag[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

const toggled = (chosen: readonly string[], code: string): readonly string[] =>
  chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];

/** 评价标签: the base ones at once, the others on 展开; what is chosen always stays in sight. */
export const TagChoice = ({ tags, chosen, onChange }: Props) => {
  const [all, setAll] = useState(false);
  const shown = tags.filter(({ code, base }) => all || base || chosen.includes(code));
  return (
    <View>
      <View className="chips" {...told({ role: 'group', label: '评价标签，可多选' })}>
        {shown.map(({ code, text }) => (
          <Chip
            key={code}
            id={`tag-${code}`}
            label={text}
            chosen={chosen.includes(code)}
            onToggle={() => onChange(toggled(chosen, code))}
          />
        ))}
      </View>
      {shown.length < tags.length && (
        <Button id="more-tags" look="link" onPress={() => setAll(true)}>
          展开其余 {tags.length - shown.length} 个标签
        </Button>
      )}
    </View>
  );
};
