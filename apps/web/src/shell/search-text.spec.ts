import { readSearch, writeSearch } from './search-text.js';

describe('the question part of an address', () => {
  it('is the same after being written and read', () => {
    const search = { q: 'Æblegård & søn', sort: '-name', after: 'a+b/c=', number: '007' };
    expect(readSearch(writeSearch(search))).toEqual(search);
  });

  it('leaves out what is empty', () => {
    expect(writeSearch({ q: '', sort: undefined })).toBe('');
  });
});
