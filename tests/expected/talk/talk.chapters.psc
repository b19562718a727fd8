<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">
  <psc:chapter start="00:00:00.000" title="停在四点十七分" />
  <psc:chapter start="00:01:34.143" title="饼干盒里的日记" />
  <psc:chapter start="00:03:05.960" title="压在酸菜缸上的齿轮" />
  <psc:chapter start="00:04:41.326" title="认领七百二十分钟" />
  <psc:chapter start="00:06:27.271" title="铜板、曲线和选票" />
  <psc:chapter start="00:08:11.473" title="等钟的人" />
</psc:chapters>
