import { Module } from '@nestjs/common';
import { ExampleParts } from './application/example-parts.js';
import { LoadExample } from './application/load-example.js';
import { RemoveExample } from './application/remove-example.js';
import { ExamplesController } from './entry/examples.controller.js';

/** The example alliance and the port through which other modules add to it. */
@Module({
  controllers: [ExamplesController],
  providers: [ExampleParts, LoadExample, RemoveExample],
  exports: [ExampleParts],
})
export class ExamplesModule {}
