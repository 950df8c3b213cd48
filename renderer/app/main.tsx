import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { ask, connectWindow } from '../data/index.ts';
import { setClock, startTexts } from '../text/index.ts';
import { App } from './app.tsx';
import { rememberedLanguage } from './language.ts';
import { giveStylesNonce } from './style-nonce.ts';
import { showLanguage } from './use-language.ts';

const language = rememberedLanguage();
const texts = startTexts(language);
showLanguage(language);
void ask('app.language', { language });
void ask('session.clock', {}).then((clock) => clock.ok && setClock(clock.value.now));
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
giveStylesNonce(nonce);
const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App data={connectWindow()} texts={texts} nonce={nonce} />);
