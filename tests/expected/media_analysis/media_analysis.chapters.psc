<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">
  <psc:chapter start="00:00:00.000" title="花开之前" />
  <psc:chapter start="00:01:36.400" title="二十天的花期" />
  <psc:chapter start="00:05:18.250" title="坐夜车的蜜蜂" />
</psc:chapters>
