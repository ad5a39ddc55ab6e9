import { expect, test } from 'vitest';
import { findPictureSize } from './picture-size.ts';

test.each([
  [{ style: 'width:60px;height:19px' }, { width: 60, height: 19 }],
  [{ style: 'max-width: 100%; WIDTH: 0.5in' }, { width: 48 }],
  [
    { width: '120', height: '40px' },
    { width: 120, height: 40 },
  ],
  [{ width: '120', style: 'width: 45pt !important' }, { width: 60 }],
  [{ width: '100%', height: 'auto' }, {}],
  [{ width: '99999', height: '-3' }, {}],
  [{ style: 'max-width:5px;border-width:3px' }, {}],
])('of %j is %j', (attribs, size) => {
  expect(findPictureSize(attribs)).toEqual(size);
});
