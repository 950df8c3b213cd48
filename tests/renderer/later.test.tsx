import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { later } from '../../renderer/ui/later.tsx';

const Page = ({ name }: { readonly name: string }) => <p>{name}</p>;
const Waiting = () => <i />;

test('what is loaded ahead is there the first time it is shown, and is fetched once', async () => {
  let fetched = 0;
  const Later = later(() => {
    fetched += 1;
    return Promise.resolve(Page);
  }, Waiting);

  expect(renderToStaticMarkup(<Later name="first" />)).toBe('<i></i>');

  Later.load();
  Later.load();
  await Promise.resolve();

  expect(renderToStaticMarkup(<Later name="second" />)).toBe('<p>second</p>');
  expect(fetched).toBe(1);
});

test('what could not be fetched is asked for again', async () => {
  let fetched = 0;
  const Later = later(() => {
    fetched += 1;
    return fetched === 1 ? Promise.reject(new Error('the disk is busy')) : Promise.resolve(Page);
  });

  for (let i = 0; i < 2; i += 1) {
    Later.load();
    await new Promise(setImmediate);
  }

  expect(renderToStaticMarkup(<Later name="there" />)).toBe('<p>there</p>');
});
