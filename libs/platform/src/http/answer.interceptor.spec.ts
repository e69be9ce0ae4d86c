import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { firstValueFrom, of } from 'rxjs';
import { z } from 'zod';
import { AnswerInterceptor } from './answer.interceptor.js';
import { answerSchema } from './decorators.js';

describe('an answer', () => {
  it('has nothing that its schema does not name, however deep: a new column is not told by itself', async () => {
    const handler = (): void => undefined;
    Reflect.defineMetadata(
      answerSchema,
      z.object({ name: z.string(), at: z.object({ id: z.int() }) }),
      handler,
    );
    const reply = { header: () => reply, type: () => reply, getHeader: () => 'no-store' };
    const http = { getRequest: () => ({ method: 'GET', headers: {} }), getResponse: () => reply };
    const context = { getType: () => 'http', getHandler: () => handler, switchToHttp: () => http };
    const row = { name: 'Karen', cpr: 'noget andet', at: { id: 1, note: 'hemmelig' } };
    const next: CallHandler = { handle: () => of(row) };
    const interceptor = new AnswerInterceptor(new Reflector());
    const text = await firstValueFrom(interceptor.intercept(context as unknown as ExecutionContext, next));
    expect(text).toBe('{"name":"Karen","at":{"id":1}}');
  });
});
