"""A child goes missing, is looked for, and comes back.

Last seen, reported, located and returned are four moments, each with its own source. Whom the law and the protocol
say to tell was told, or there is a reason. An open episode rises, level by level, until a named person acknowledges it. The
return starts the 72-hour clock; listening to the child is `return_interviews`, above. Duty: statutory guidance on
children who run away or go missing from home or care (2014).
"""
