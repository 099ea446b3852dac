import { expect, test } from 'vitest'
import { splitMessages } from '../../../scripts/conform/marionette.ts'

test('messages are separated by their length in bytes, wherever the stream was cut', () => {
  const messages = [{ applicationType: 'gecko' }, [1, 1, null, { value: '月末' }], [1, 2, null, {}]]
  const stream = Buffer.concat(
    messages.map((message) => {
      const body = Buffer.from(JSON.stringify(message))
      return Buffer.concat([Buffer.from(`${body.length}:`), body])
    }),
  )
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const first = splitMessages(stream.subarray(0, cut))
    const second = splitMessages(Buffer.concat([first.left, stream.subarray(cut)]))
    expect([...first.messages, ...second.messages]).toEqual(messages)
    expect(second.left.length).toBe(0)
  }
})
