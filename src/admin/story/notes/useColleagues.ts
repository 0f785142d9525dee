import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import type { Choice } from '../../../domain/desk/Desk';
import { askApi } from '../../page/askApi';

/** Who can be called in a comment. */
export function useColleagues(): readonly Choice[] {
  const { config } = useConfig();
  const [colleagues, setColleagues] = useState<readonly Choice[]>([]);
  const address = `${config.routes.api}/colleagues`;
  useEffect(() => {
    let isGone = false;
    void askApi<Choice[]>(address).then((answer) => {
      if (answer.ok && !isGone) setColleagues(answer.body);
    });
    return () => {
      isGone = true;
    };
  }, [address]);
  return colleagues;
}
