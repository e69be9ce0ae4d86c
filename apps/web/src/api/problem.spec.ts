import { problemFrom } from './problem.js';

describe('a refused call', () => {
  it('keeps code, text and the faults of the fields', () => {
    const error = problemFrom(422, {
      type: '/problems/platform/invalid-input',
      code: 'platform/invalid-input',
      title: 'Ret felterne',
      detail: 'Ret felterne og prøv igen',
      errors: [{ field: 'contacts.0.email', message: 'Skriv en mailadresse' }, { nonsense: true }],
    });
    expect(error).toMatchObject({
      status: 422,
      code: 'platform/invalid-input',
      message: 'Ret felterne og prøv igen',
    });
    expect(error.problem.errors).toEqual([{ field: 'contacts.0.email', message: 'Skriv en mailadresse' }]);
  });

  it.each([[undefined], ['<html>Bad gateway</html>'], [null], [{ errors: 'no' }]])(
    'makes a problem of whatever else comes: %j',
    (body) => {
      expect(problemFrom(502, body)).toMatchObject({ status: 502, code: 'http/502' });
    },
  );
});
